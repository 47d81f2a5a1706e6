type Totals = { reviews: number; points: number };

/** The weight of an opinion that nobody has said: so many reviews of such a rating. */
const [unsaid, usual] = [5, 3.5];

/**
 * A thousand times the Bayesian average: one full rating alone is not above many that are almost full.
 * 0 as long as nobody has rated it, so that what is unknown comes last.
 */
export const scoreOf = (rating: Totals | undefined) => {
  const { reviews, points } = rating ?? { reviews: 0, points: 0 };
  return reviews === 0 ? 0 : Math.round((1000 * (points + unsaid * usual)) / (reviews + unsaid));
};

/** What shoppers are told of it: the average to a tenth, and of how many. */
export const ratingOf = (rating: Totals | undefined) => {
  if (!rating || rating.reviews === 0) return {};
  const { reviews, points } = rating;
  return { rating: { average: Math.round((10 * points) / reviews) / 10, reviews } };
};
