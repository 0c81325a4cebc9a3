"""temporary"""

import secrets


def mint(naan, length=7):
    a = "0123456789bcdfghjkmnpqrstvwxz"
    n = secrets.choice("0123456789") + "".join(secrets.choice(a) for _ in range(length - 1))
    t = f"{naan}/{n}"
    return n + a[sum(i * max(a.find(c), 0) for i, c in enumerate(t, 1)) % 29]
