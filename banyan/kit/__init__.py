"""Pure values that every part needs: identifiers, canonical JSON, working time, sentences."""
