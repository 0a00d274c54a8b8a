"""What robots.txt forbids is not fetched."""

from __future__ import annotations

import time

import pytest

from reportedly.errors import ArticleError
from reportedly.intake.failures import PassingError
from reportedly.intake.request import Reply
from reportedly.intake.robots import Robots


def robots(status: int = 200, body: str = "", asked: list[str] | None = None) -> Robots:
    def get(address: str) -> Reply:
        if asked is not None:
            asked.append(address)
        return Reply(status, {}, body.encode())

    return Robots(get)


def test_rules_for_all_and_for_this_program() -> None:
    rules = robots(
        body="User-agent: *\nDisallow: /inner\n\nUser-agent: reportedly\nDisallow: /news/\nAllow: /news/open\n"
    )
    assert rules.delay_for("https://harbor.example/inner") is None
    assert rules.delay_for("https://harbor.example/news/open") is None
    with pytest.raises(ArticleError, match=r"/robots\.txt forbids it to programs; open it in a browser"):
        rules.delay_for("https://harbor.example/news/a")


def test_each_site_is_asked_once() -> None:
    asked: list[str] = []
    rules = robots(asked=asked)
    for address in ("https://a.example/1", "https://a.example/2", "http://a.example/1", "https://a.example:8443/1"):
        rules.delay_for(address)
    assert asked == [
        "https://a.example/robots.txt", "http://a.example/robots.txt", "https://a.example:8443/robots.txt"
    ]  # fmt: skip


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 410])
def test_a_site_without_rules_permits(status: int) -> None:
    assert robots(status, "User-agent: *\nDisallow: /").delay_for("https://a.example/1") is None


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_whose_rules_cannot_be_had_is_left_for_now(status: int) -> None:
    with pytest.raises(ArticleError, match=f"status {status}.*try again later"):
        robots(status).delay_for("https://a.example/1")


def test_a_site_that_does_not_answer_is_left_for_now() -> None:
    def get(address: str) -> Reply:
        raise PassingError(address, "took longer than 60 seconds: try again later")

    with pytest.raises(PassingError) as error:
        Robots(get).delay_for("https://a.example/1")
    assert str(error.value) == "https://a.example/1 took longer than 60 seconds: try again later"


def test_rules_that_lead_elsewhere_and_cannot_be_had() -> None:
    def get(address: str) -> Reply:
        raise PassingError("https://b.example/", "did not answer in time: try again later")

    with pytest.raises(PassingError, match=r"a\.example/1 is not fetched: its robots\.txt cannot be had \(https://b\."):
        Robots(get).delay_for("https://a.example/1")


@pytest.mark.parametrize(("told", "delay"), [("4", 4.0), ("0.5", 0.5), ("86400", 30.0), ("-3", None), ("soon", None)])
def test_the_delay_that_a_site_wants(told: str, delay: float | None) -> None:
    found = robots(body=f"User-agent: *\nCrawl-delay: {told}\n").delay_for("https://a.example/1")
    assert found == delay or (delay is None and not found)


def test_hostile_rules_take_bounded_time() -> None:
    started = time.monotonic()
    body = f"User-agent: *\nDisallow: /{'*a' * 5000}$\n" + "Disallow: /x*y*z$\n" * 50_000
    robots(body=body).delay_for("https://a.example/" + "a" * 1900 + "b")
    robots(body="\0\xff" * 500_000).delay_for("https://a.example/1")
    assert time.monotonic() - started < 2
