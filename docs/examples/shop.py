"""A small shop: baskets that are filled, paid and thrown away."""

import itertools

from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import JSONResponse

app = FastAPI()
baskets: dict[int, list[str]] = {}
numbers = itertools.count(1)


class PaymentRefused(Exception):
    def __init__(self, reason: str, status_code: int = 402) -> None:
        super().__init__(reason)
        self.status_code = status_code


@app.exception_handler(PaymentRefused)
async def refused(request, error: PaymentRefused):
    return JSONResponse({"detail": str(error)}, status_code=error.status_code)


@app.post("/baskets", status_code=201)
def create():
    number = next(numbers)
    baskets[number] = []
    return {"number": number}


@app.get("/baskets/{number}", responses={404: {"description": "there is no such basket"}})
def show(number: int):
    if number not in baskets:
        raise HTTPException(404, "there is no such basket")
    return {"items": baskets[number]}


@app.put("/baskets/{number}/items/{item}")
def put(number: int, item: str, response: Response):
    if len(baskets[number]) >= 500:
        raise HTTPException(status_code=409, detail="the basket is full")
    if item not in baskets[number]:
        baskets[number].append(item)
        response.status_code = 201
    return {"items": baskets[number]}


@app.post("/baskets/{number}/payment")
def pay(number: int, limit: int = 200):
    if len(baskets[number]) > limit:
        raise PaymentRefused("the card is not that good")
    if not baskets[number]:
        raise PaymentRefused("there is nothing to pay", 400)
    return JSONResponse({"paid": number}, 200)
