"""answerCallbackQuery."""

from __future__ import annotations

from datetime import datetime, timedelta

from simulator.params import Params
from simulator.refusals import refuse
from simulator.world import Toast, World

# Telegram publishes no figure; bots see the refusal from some seconds to about a minute after the press.
ANSWERABLE = timedelta(seconds=60)
TOAST_LIMIT = 200  # characters


def answer_callback_query(world: World, params: Params, now: datetime) -> bool:
    """Stop the spinner, with a toast or a dialogue if there is a text; once per press, and soon after it."""
    query = world.queries.get(params.text("callback_query_id"))
    if query is None or query.answered or now - query.moment > ANSWERABLE:
        refuse("query is too old and response timeout expired or query ID is invalid")
    text = params.text("text")
    if len(text) > TOAST_LIMIT:
        refuse("MESSAGE_TOO_LONG")
    query.answered = True
    revision = world.touch()
    if text:
        alert = params.flag("show_alert")
        world.toasts.append(Toast(query.user_id, query.chat_id, text, alert, revision))
    return True
