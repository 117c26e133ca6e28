"""What other tools do with an edition: recipes that are run, and modules for them."""
