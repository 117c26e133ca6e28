"""What happens to a build when the machine, the disk or another program does not play along: `make faults`."""
