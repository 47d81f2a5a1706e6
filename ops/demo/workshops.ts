import { ashAndWater } from "./workshops/ash/ash-and-water.ts";
import { bangasil } from "./workshops/ash/bangasil.ts";
import { soline } from "./workshops/ash/soline.ts";
import { sumdol } from "./workshops/ash/sumdol.ts";
import { muldol } from "./workshops/blue/muldol.ts";
import { pureunbit } from "./workshops/blue/pureunbit.ts";
import { silgeum } from "./workshops/blue/silgeum.ts";
import { heukdam } from "./workshops/buncheong/heukdam.ts";
import { hwangtojae } from "./workshops/buncheong/hwangtojae.ts";
import { mireukgol } from "./workshops/buncheong/mireukgol.ts";
import { nurijae } from "./workshops/buncheong/nurijae.ts";
import { bisaek } from "./workshops/celadon/bisaek.ts";
import { garam } from "./workshops/celadon/garam.ts";
import { yeonmotga } from "./workshops/celadon/yeonmotga.ts";
import { blackKiln } from "./workshops/dark/black-kiln.ts";
import { byeolbat } from "./workshops/dark/byeolbat.ts";
import { noeul } from "./workshops/dark/noeul.ts";
import { goyo } from "./workshops/modern/goyo.ts";
import { mulgil } from "./workshops/modern/mulgil.ts";
import { saebyeok } from "./workshops/modern/saebyeok.ts";
import { baram } from "./workshops/onggi/baram.ts";
import { choiFamily } from "./workshops/onggi/choi-family.ts";
import { deullyeok } from "./workshops/onggi/deullyeok.ts";
import { seo } from "./workshops/onggi/seo.ts";
import { dalmuri } from "./workshops/porcelain/dalmuri.ts";
import { mokhwa } from "./workshops/porcelain/mokhwa.ts";
import { onn } from "./workshops/porcelain/onn.ts";
import { seoripul } from "./workshops/porcelain/seoripul.ts";
import type { Workshop } from "./workshops/workshop.ts";

/** Everyone whose work the shop sells. */
export const workshops: readonly Workshop[] = [
  bisaek,
  garam,
  yeonmotga,
  onn,
  dalmuri,
  seoripul,
  mokhwa,
  heukdam,
  nurijae,
  mireukgol,
  hwangtojae,
  ashAndWater,
  sumdol,
  soline,
  bangasil,
  seo,
  choiFamily,
  baram,
  deullyeok,
  blackKiln,
  noeul,
  byeolbat,
  silgeum,
  pureunbit,
  muldol,
  saebyeok,
  goyo,
  mulgil,
];
