"""What one document can't know alone: who is meant, and where a reference leads."""
