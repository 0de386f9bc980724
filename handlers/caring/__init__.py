"""Caregivers, one file per side of the talk: inviting, and answering an invitation."""
