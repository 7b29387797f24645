"""What people do at the desk, in Chromium, against a running demo; the same journeys make the guide's pictures."""
