/** The features of the fixtures that k-means is compared on. */
export const measures = {
  iris: ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'],
  wine: [
    'alcohol',
    'malic_acid',
    'ash',
    'alcalinity_of_ash',
    'magnesium',
    'total_phenols',
    'flavanoids',
    'nonflavanoid_phenols',
    'proanthocyanins',
    'color_intensity',
    'hue',
    'od280_od315_of_diluted_wines',
    'proline',
  ],
};
