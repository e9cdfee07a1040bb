"""Parley reads the news of a negotiation and keeps its record, every fact with its sentence."""
