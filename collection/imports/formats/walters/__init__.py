"""The Walters Art Museum, Baltimore."""
