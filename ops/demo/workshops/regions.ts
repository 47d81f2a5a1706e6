import type { Text } from "../products/product.ts";

export const regions = {
  gangjin: { ko: "강진", en: "Gangjin" },
  yeoju: { ko: "여주", en: "Yeoju" },
  gongju: { ko: "공주", en: "Gongju" },
  mungyeong: { ko: "문경", en: "Mungyeong" },
  boseong: { ko: "보성", en: "Boseong" },
  icheon: { ko: "이천", en: "Icheon" },
  yanggu: { ko: "양구", en: "Yanggu" },
  gwangju: { ko: "광주", en: "Gwangju" },
  andong: { ko: "안동", en: "Andong" },
  danyang: { ko: "단양", en: "Danyang" },
  buan: { ko: "부안", en: "Buan" },
  damyang: { ko: "담양", en: "Damyang" },
  gimhae: { ko: "김해", en: "Gimhae" },
  jeju: { ko: "제주", en: "Jeju" },
  ulju: { ko: "울주", en: "Ulju" },
  seoul: { ko: "서울", en: "Seoul" },
  jeonju: { ko: "전주", en: "Jeonju" },
  uljin: { ko: "울진", en: "Uljin" },
  hadong: { ko: "하동", en: "Hadong" },
  suncheon: { ko: "순천", en: "Suncheon" },
  yangpyeong: { ko: "양평", en: "Yangpyeong" },
  sokcho: { ko: "속초", en: "Sokcho" },
  cheongju: { ko: "청주", en: "Cheongju" },
  paju: { ko: "파주", en: "Paju" },
  goesan: { ko: "괴산", en: "Goesan" },
  iksan: { ko: "익산", en: "Iksan" },
  tongyeong: { ko: "통영", en: "Tongyeong" },
  yeongwol: { ko: "영월", en: "Yeongwol" },
} satisfies Record<string, Text>;

export type RegionCode = keyof typeof regions;
