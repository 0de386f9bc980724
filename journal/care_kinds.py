"""Kinds of notices that care links cause. Their subjects begin with that of the link (journal.caregiving.subject)."""

from __future__ import annotations

# To the caregiver; the rest of the subject is:
DIGEST = "digest"  # the last day of the week
CARE_DOSE = "care_dose"  # the dose that is not recorded; the number is that of its reminder
CARE_SILENT = "care_silent"  # SILENCE: the patient has not written for some days
CARE_AGAIN = "care_again"  # the dose: what an alert said has changed, and the alert with it
# To the patient; the rest of the subject is that of the alert, the dose that was recorded, or:
CARE_TOLD = "care_told"  # an alert has gone out
CARE_HELPED = "care_helped"  # a dose was recorded on behalf
CARE_SHOWN = "care_shown"  # the same: the reminder shows it
CARE_ASKED = "care_asked"  # the patient's day: the caregiver asks whether it was taken
CARE_LOST = "care_lost"  # LOST: the caregiver cannot be reached

SILENCE, LOST = "silence", "lost"

ALERTS = (CARE_DOSE, CARE_SILENT)
SENT_ONCE = (DIGEST, *ALERTS)
SHOWING = (*SENT_ONCE, CARE_AGAIN)  # show a caregiver something of the patient's
ALL = (*SENT_ONCE, CARE_AGAIN, CARE_TOLD, CARE_HELPED, CARE_SHOWN, CARE_ASKED, CARE_LOST)
