"""How the model of names is trained and measured; no part of the package."""
