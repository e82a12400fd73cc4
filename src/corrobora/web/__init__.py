"""The web application: pictures only."""
