"""scikit-learn's side of bench/kmeans.ts: KMeans(n_init=10) for each k, a sampled silhouette, the labels of the best k.

python3 kmeans.py ROWS.npy LABELS.npy FROM TO        prints JSON
"""

import json
import sys

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score
from sklearn.preprocessing import StandardScaler

rows, labels, first, last = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
values = np.load(rows)
# As the features of the other side: the second to the fourth column by their logarithm.
values[:, 1:4] = np.log1p(values[:, 1:4])
values = StandardScaler().fit_transform(values)
inertia, silhouette, best = {}, {}, None
for k in range(first, last + 1):
    found = KMeans(n_clusters=k, n_init=10, random_state=0).fit(values)
    inertia[k] = found.inertia_
    silhouette[k] = silhouette_score(values, found.labels_, sample_size=4096, random_state=0)
    if best is None or silhouette[k] > silhouette[best[0]]:
        best = (k, found.labels_)
np.save(labels, best[1])
print(json.dumps({"k": best[0], "inertia": inertia}))
