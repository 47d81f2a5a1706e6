/** A glaze in three tones: lit, plain and shaded. The same in both themes, for a pot keeps its colour. */
export const glazes = {
  porcelain: { lit: "#fbf9f4", plain: "#e4dfd3", shade: "#bfb8a8" },
  celadon: { lit: "#b4cbbd", plain: "#8aab9b", shade: "#5e8172" },
  buncheong: { lit: "#ddd5c5", plain: "#b9af9c", shade: "#8b8170" },
  ash: { lit: "#c0a983", plain: "#97815f", shade: "#665438" },
  onggi: { lit: "#94603f", plain: "#6a3f29", shade: "#402317" },
  tenmoku: { lit: "#5a5650", plain: "#2f2d2a", shade: "#161513" },
  cobalt: { lit: "#6f86b8", plain: "#3d5690", shade: "#233562" },
  matte: { lit: "#f1ece1", plain: "#d5cdbd", shade: "#a3977f" },
  jinsa: { lit: "#a2554a", plain: "#6e2a25", shade: "#3f1315" },
  moss: { lit: "#8a9474", plain: "#5c6a4c", shade: "#364229" },
  crackle: { lit: "#c6d3d3", plain: "#9db0b2", shade: "#6d8285" },
};

export type Glaze = keyof typeof glazes;
export type Tones = (typeof glazes)[Glaze];

export const isGlaze = (name: string): name is Glaze => Object.hasOwn(glazes, name);

/** An unknown glaze is drawn bare, as white porcelain. */
export const tonesOf = (name: string): Tones => glazes[isGlaze(name) ? name : "porcelain"];
