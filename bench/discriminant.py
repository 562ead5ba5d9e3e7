"""scikit-learn's side of bench/discriminant.ts.

python3 discriminant.py lda|lda-held-out|tree ROWS.npy LABELS.npy        prints JSON

ROWS.npy holds the features and, last, the class. What is timed is the whole process: reading, the fit, the class and the probabilities of every row;
lda-held-out: also the class of each row by the fit of other parts, of ten.
"""

import json
import sys

import numpy as np

kind, rows, labels = sys.argv[1], sys.argv[2], sys.argv[3]
table = np.load(rows)
values, classes = table[:, :-1], table[:, -1].astype(int)
if kind != "tree":
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    model = LinearDiscriminantAnalysis()
else:
    from sklearn.tree import DecisionTreeClassifier

    model = DecisionTreeClassifier(max_depth=5, random_state=0)
model.fit(values, classes)
posterior = model.predict_proba(values)
found = model.classes_[posterior.argmax(axis=1)]
np.save(labels, np.column_stack([found, posterior]))
accuracy = {"accuracy": float((found == classes).mean())}
if kind == "lda-held-out":
    from sklearn.model_selection import cross_val_predict

    held_out = cross_val_predict(model, values, classes, cv=10)
    accuracy["heldOut"] = float((held_out == classes).mean())
print(json.dumps(accuracy))
