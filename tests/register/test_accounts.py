"""Who may use the desk: passwords, sessions, tokens, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from banggiao.errors import UsageError
from banggiao.register import accounts as module

GOOD = "mưa dầm thấm lâu"


def test_a_password_opens_its_own_account_only(register):
    users = register.accounts
    assert not users.any()
    users.add(" Lan  Anh ", "editor", GOOD)
    assert users.any()
    assert users.check("Lan Anh", GOOD).role == "editor"
    assert users.check("Lan Anh", GOOD + " ") is None
    assert users.check("Bình", GOOD) is None
    assert [(u.name, u.role, u.tokens) for u in users.all()] == [("Lan Anh", "editor", ())]


def test_what_is_kept_gives_nothing_away(register, tables):
    """Neither the password nor the key of a session or token stands in the database; two equal passwords differ."""
    users = register.accounts
    users.add("Lan", "editor", GOOD)
    users.add("Bình", "reader", GOOD)
    keys = [users.open_session("Lan"), users.make_token("Lan", "notebook")]
    with register._database.reading() as connection:
        secrets = {row.secret for row in connection.execute(module.select(module.schema.account))}
        held = " ".join(row.key for row in connection.execute(module.select(module.schema.credential)))
    assert len(secrets) == 2
    assert all(GOOD not in secret for secret in secrets)
    assert all(key not in held for key in keys)


@pytest.mark.parametrize(
    ("name", "role", "password", "says"),
    [
        ("", "reader", GOOD, "no name"),
        ("a\nb\x00", "reader", GOOD, "no name"),
        ("Lan", "king", GOOD, "no role"),
        ("Lan", "reader", "short", "10 letters"),
        ("Lan", "reader", "x" * 2000, "10 letters"),
        ("An", "reader", GOOD, "already"),
    ],
)
def test_what_makes_no_user_is_refused(register, name, role, password, says):
    register.accounts.add("An", "reader", GOOD)
    with pytest.raises(UsageError, match=says):
        register.accounts.add(name, role, password)
    assert [user.name for user in register.accounts.all()] == ["An"]


def test_a_session_ends(register, monkeypatch):
    """By signing out, by another password, by time; a token is no session."""
    users = register.accounts
    users.add("Lan", "editor", GOOD)
    key = users.open_session("Lan")
    assert users.bearer(key, "session").name == "Lan"
    assert users.bearer(key, "token") is None
    users.close_session(key)
    assert users.bearer(key, "session") is None
    key = users.open_session("Lan")
    users.change("Lan", password=GOOD + "!")
    assert users.bearer(key, "session") is None
    assert users.check("Lan", GOOD) is None
    key = users.open_session("Lan")
    now = module._now
    monkeypatch.setattr(module, "_now", lambda: now() + timedelta(hours=13))
    assert users.bearer(key, "session") is None


def test_tokens_and_users_are_taken_back(register):
    users = register.accounts
    users.add("Lan", "admin", GOOD)
    key = users.make_token("Lan", "notebook")
    assert users.bearer(key, "token").role == "admin"
    assert users.all()[0].tokens == ("notebook",)
    users.revoke_token("Lan", "notebook")
    assert users.bearer(key, "token") is None
    for wrong in (
        lambda: users.revoke_token("Lan", "notebook"),
        lambda: users.make_token("Bình", "x"),
        lambda: users.change("Bình", role="reader"),
        lambda: users.remove("Bình"),
    ):
        with pytest.raises(UsageError, match=r"no user|no token"):
            wrong()
    key = users.make_token("Lan", "again")
    users.remove("Lan")
    assert users.bearer(key, "token") is None
    assert users.bearer("", "token") is None
    assert users.bearer("x" * 5000, "session") is None
    assert not users.any()


def test_the_last_administrator_stays_while_there_are_users(register):
    """Neither removed nor given another role; alone, it may go: the desk then serves its machine."""
    users = register.accounts
    users.add("Lan", "admin", GOOD)
    users.add("Bình", "reader", GOOD)
    for deed in (lambda: users.remove("Lan"), lambda: users.change("Lan", role="editor")):
        with pytest.raises(UsageError, match="last administrator"):
            deed()
    assert users.find("Lan").role == "admin"
    users.change("Bình", role="admin")
    users.change("Lan", role="editor")
    users.remove("Lan")
    users.remove("Bình")
    assert not users.any()


def test_what_was_done_to_accounts_is_kept(register):
    """With who did it, latest first, and longer than the account; what fails leaves nothing."""
    users = register.accounts
    users.add("Lan", "admin", GOOD, by="root")
    users.make_token("Lan", "notebook", by="Lan")
    users.change("Lan", role="admin", password=GOOD + "!", by="root")
    with pytest.raises(UsageError):
        users.add("Lan", "reader", GOOD, by="root")
    users.close_sessions("Lan", by="root")
    users.revoke_token("Lan", "notebook", by="root")
    users.remove("Lan", by="root")
    found = [(c.action, c.name, c.detail, c.by) for c in users.changes(10)]
    assert found == [
        ("remove", "Lan", "", "root"),
        ("revoke", "Lan", "notebook", "root"),
        ("sign-out", "Lan", "", "root"),
        ("password", "Lan", "", "root"),
        ("role", "Lan", "admin", "root"),
        ("token", "Lan", "notebook", "Lan"),
        ("add", "Lan", "admin", "root"),
    ]
    assert len(users.changes(2)) == 2


def test_sessions_are_counted(register):
    users = register.accounts
    users.add("Lan", "admin", GOOD)
    for _ in range(2):
        users.open_session("Lan")
    users.make_token("Lan", "notebook")
    assert users.find("Lan").sessions == 2
    users.close_sessions("Lan")
    assert users.find("Lan").sessions == 0
