const decimals = { KRW: 0, USD: 2 } as const;

/** `38,000원` in Korean, `₩38,000` or `$27.00` in English. Apart from the schemas, which browsers do without. */
export const formatMoney = (
  money: { amount: number; currency: keyof typeof decimals },
  language: "ko" | "en",
) => {
  const value = money.amount / 10 ** decimals[money.currency];
  if (language === "ko" && money.currency === "KRW")
    return `${new Intl.NumberFormat("ko").format(value)}원`;
  return new Intl.NumberFormat(language, { style: "currency", currency: money.currency }).format(
    value,
  );
};
