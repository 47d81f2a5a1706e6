const isPlain = /^\/(?![/\\])\P{Cc}*$/u;

/** A path of this shop to go on to, or `/`: a link must not send a shopper elsewhere. */
export const safePath = (wanted: unknown): string => {
  if (typeof wanted !== "string" || wanted.length > 2000 || !isPlain.test(wanted)) return "/";
  const here = "http://shop.invalid";
  const target = URL.parse(wanted, here);
  if (target?.origin !== here) return "/";
  const path = `${target.pathname}${target.search}${target.hash}`;
  return isPlain.test(path) ? path : "/";
};
