/** What each test number does. No other number is taken, so nobody types a real one twice. */
const cards = {
  "4242424242424242": "approved",
  "5555555555554444": "approved",
  "4000000000000002": "card_declined",
  "4000000000009995": "insufficient_funds",
  "4000000000003220": "challenge",
} as const;

const isKnown = (number: string): number is keyof typeof cards => number in cards;

/** How a card behaves, and what may be told of it; undefined when it is no test number. */
export const judge = (typed: string) => {
  const number = typed.replaceAll(/[\s-]/g, "");
  if (!isKnown(number)) return undefined;
  const brand = number.startsWith("5") ? "Mastercard" : "Visa";
  return { verdict: cards[number], card: { brand, last4: number.slice(-4) } };
};

export const testNumbers = Object.entries(cards).map(([number, verdict]) => ({
  number: number.replaceAll(/(\d{4})(?=\d)/g, "$1 "),
  verdict,
}));
