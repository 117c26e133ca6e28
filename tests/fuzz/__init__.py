"""Texts that no editor writes: `make fuzz` looks for one that the program does not bear."""
