import { leaves } from "./categories/leaves.ts";
import type { Text } from "./products/product.ts";

const roots = {
  bowls: {
    name: { ko: "그릇", en: "Bowls and plates" },
    description: {
      ko: "밥그릇에서 접시까지, 날마다 손에 닿는 것들.",
      en: "From rice bowls to plates: what hands touch every day.",
    },
  },
  tea: {
    name: { ko: "차와 술", en: "Tea and drink" },
    description: {
      ko: "마시고 따르는 그릇. 입에 닿는 자리를 얇게 빚었습니다.",
      en: "To drink from and to pour with, thin where they meet the lips.",
    },
  },
  jars: {
    name: { ko: "항아리와 병", en: "Jars and bottles" },
    description: {
      ko: "담아 두고 바라보는 것들. 한 점씩 굽습니다.",
      en: "To keep things in and to look at. Fired one at a time.",
    },
  },
  table: {
    name: { ko: "상 위에", en: "On the table" },
    description: {
      ko: "쟁반과 합, 숟가락 받침처럼 상을 거드는 작은 살림.",
      en: "Trays, boxes and rests: small things that help a table along.",
    },
  },
} satisfies Record<string, { name: Text; description: Text }>;

interface Category {
  readonly slug: string;
  readonly parent: string | null;
  readonly name: Text;
  readonly description: Text;
}

/** The tree, parents before their children. */
export const categories: readonly Category[] = [
  ...Object.entries(roots).map(([slug, shelf]) => ({ slug, parent: null, ...shelf })),
  ...Object.entries(leaves).map(([slug, shelf]) => ({ slug, ...shelf })),
];
