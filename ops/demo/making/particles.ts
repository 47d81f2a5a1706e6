const pairs = {
  이: ["이", "가"],
  을: ["을", "를"],
  은: ["은", "는"],
  과: ["과", "와"],
  으로: ["으로", "로"],
} as const;

type Particle = keyof typeof pairs;

const FIRST = 0xac00;
const FINALS = 28;
const RIEUL = 8;

const finalOf = (word: string) => ((word.codePointAt(word.length - 1) ?? FIRST) - FIRST) % FINALS;

/** A word with the particle that its last syllable takes: 병을, 단지를, 물로. */
export const withParticle = (word: string, particle: Particle) => {
  const final = finalOf(word);
  const open = final === 0 || (particle === "으로" && final === RIEUL);
  return word + pairs[particle][open ? 1 : 0];
};
