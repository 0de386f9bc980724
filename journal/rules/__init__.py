"""Clinician prompts by fixed rules that people can see and change: data, pure functions, a state machine."""

from journal.rules.catalogue import BY_ID as BY_ID
from journal.rules.catalogue import CLINICIAN_RULES as CLINICIAN_RULES
from journal.rules.catalogue import DEFAULT_SETTINGS as DEFAULT_SETTINGS
from journal.rules.catalogue import RULES as RULES
from journal.rules.catalogue import Parameter as Parameter
from journal.rules.catalogue import Rule as Rule
from journal.rules.catalogue import RuleSettings as RuleSettings
from journal.rules.clinician import start_level as start_level
from journal.rules.sending import ANSWERS as ANSWERS
from journal.rules.sending import PromptState as PromptState
from journal.rules.sending import acknowledged as acknowledged
from journal.rules.sending import after_week as after_week
from journal.rules.sending import calm as calm
from journal.rules.sending import may_send as may_send
from journal.rules.sending import prompt as prompt
from journal.rules.sending import sent as sent
from journal.rules.week import EARLY as EARLY
from journal.rules.week import Background as Background
from journal.rules.week import Finding as Finding
from journal.rules.week import check_interference as check_interference
from journal.rules.week import check_severe as check_severe
from journal.rules.week import check_week as check_week
from journal.rules.week import rule_of as rule_of
