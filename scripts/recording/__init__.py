"""What record-profile.py is made of: which runs, how they are traced, and what is counted without running."""
