"""Talks to the shop, and tries again while the shop is closed."""

import time

import requests

SHOP = "https://shop.example"
RETRY_STATUSES = (429, 502, 503)


def fetch(number: int, attempts: int = 3) -> list[str] | None:
    for attempt in range(attempts):
        answer = requests.get(f"{SHOP}/baskets/{number}", timeout=200)
        if answer.status_code not in RETRY_STATUSES:
            break
        time.sleep(2**attempt)
    if answer.status_code == 404:
        return None
    if answer.status_code >= 400:
        raise RuntimeError(explain(answer))
    return answer.json()["items"]


def explain(answer: requests.Response) -> str:
    match answer.status_code:
        case 401 | 403:
            return "log in first"
        case 429:
            return "slow down"
        case _:
            return answer.text[:200]
