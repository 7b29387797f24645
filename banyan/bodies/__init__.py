"""Who acts (单位): regions, bodies, offices, officers and agreements — articles 2 and 5 to 8."""
