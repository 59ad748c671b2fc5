from unittest import mock

import pytest
import shop_client
from fastapi.testclient import TestClient
from shop import app

client = TestClient(app)


def test_create_and_fill():
    created = client.post("/baskets")
    assert created.status_code == 201
    number = created.json()["number"]
    assert client.put(f"/baskets/{number}/items/tea").status_code == 201
    assert client.put(f"/baskets/{number}/items/tea").status_code == 200


@pytest.mark.parametrize(
    ("path", "expected_status"),
    [
        ("/baskets/0", 404),
        ("/baskets/odd", 422),
        ("/odd", 404),
    ],
)
def test_unknown(path, expected_status):
    assert client.get(path).status_code == expected_status


@mock.patch("time.sleep")
def test_tries_again(sleep):
    answers = [
        mock.Mock(status_code=503),
        mock.Mock(status_code=200, json=lambda: {"items": ["tea"]}),
    ]
    with mock.patch("requests.get", side_effect=answers) as get:
        assert shop_client.fetch(7) == ["tea"]
    assert get.call_count == 2
