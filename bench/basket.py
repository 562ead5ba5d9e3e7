"""pandas' side of bench/basket.ts: the same counts and measures of pairs, level by level, as an analyst would write it.

python3 basket.py LINES.csv SUPPORT        prints JSON
"""

import json
import sys

import pandas as pd

lines = pd.read_csv(sys.argv[1]).drop_duplicates()
baskets = lines["basket"].nunique()
least = float(sys.argv[2]) * baskets
lines["basket"] = lines["basket"].astype("category").cat.codes
counts = lines["item"].value_counts()
frequent = counts[counts >= least]
lines = lines[lines["item"].isin(frequent.index)].copy()
lines["item"] = lines["item"].astype("category")
names = lines["item"].cat.categories
lines["item"] = lines["item"].cat.codes
# The pairs of a part of the baskets at a time: all at once do not fit into memory.
parts = []
for part in range(10):
    some = lines[lines["basket"] % 10 == part]
    pairs = some.merge(some, on="basket")
    pairs = pairs[pairs["item_x"] < pairs["item_y"]]
    parts.append(pairs.groupby(["item_x", "item_y"]).size())
both = pd.concat(parts).groupby(level=[0, 1]).sum()
both = both[both >= least]
left = counts[names[both.index.get_level_values(0)]].to_numpy()
right = counts[names[both.index.get_level_values(1)]].to_numpy()
lift = both.to_numpy() * baskets / (left * right)
print(json.dumps({"pairs": len(both), "together": int(both.sum()), "lift": float(lift.sum())}))
