-- What a shop in Korea begins with: it sells at home with VAT in its prices, and abroad without any.
INSERT INTO "order"."shipping_zones" ("code", "name", "countries") VALUES
  ('korea', '{"ko": "대한민국", "en": "South Korea"}', '{KR}'),
  ('asia', '{"ko": "아시아", "en": "Asia"}', '{CN,HK,ID,JP,MO,MY,PH,SG,TH,TW,VN}'),
  ('world', '{"ko": "그 밖의 나라", "en": "All other countries"}', '{}');
--> statement-breakpoint
INSERT INTO "order"."shipping_methods"
  ("zone", "code", "name", "position", "rates", "max_weight", "days_min", "days_max") VALUES
  ('korea', 'standard', '{"ko": "일반 배송", "en": "Standard delivery"}', 0,
    '{"KRW": {"amount": 3000, "freeFrom": 50000, "steps": []}, "USD": {"amount": 250, "freeFrom": 4000, "steps": []}}',
    null, 1, 3),
  ('korea', 'express', '{"ko": "빠른 배송", "en": "Express delivery"}', 1,
    '{"KRW": {"amount": 6000, "freeFrom": null, "steps": [{"over": 20000, "amount": 9000}]},
      "USD": {"amount": 450, "freeFrom": null, "steps": [{"over": 20000, "amount": 700}]}}',
    30000, 1, 1),
  ('asia', 'standard', '{"ko": "국제 일반 배송", "en": "International standard"}', 0,
    '{"KRW": {"amount": 15000, "freeFrom": null, "steps": [{"over": 1000, "amount": 22000}, {"over": 3000, "amount": 36000}, {"over": 10000, "amount": 68000}]},
      "USD": {"amount": 1100, "freeFrom": null, "steps": [{"over": 1000, "amount": 1600}, {"over": 3000, "amount": 2600}, {"over": 10000, "amount": 4900}]}}',
    20000, 5, 10),
  ('asia', 'express', '{"ko": "국제 특급 배송", "en": "International express"}', 1,
    '{"KRW": {"amount": 28000, "freeFrom": null, "steps": [{"over": 1000, "amount": 39000}, {"over": 3000, "amount": 62000}, {"over": 10000, "amount": 110000}]},
      "USD": {"amount": 2000, "freeFrom": null, "steps": [{"over": 1000, "amount": 2800}, {"over": 3000, "amount": 4500}, {"over": 10000, "amount": 7900}]}}',
    30000, 2, 4),
  ('world', 'standard', '{"ko": "국제 일반 배송", "en": "International standard"}', 0,
    '{"KRW": {"amount": 24000, "freeFrom": null, "steps": [{"over": 1000, "amount": 38000}, {"over": 3000, "amount": 64000}, {"over": 10000, "amount": 120000}]},
      "USD": {"amount": 1800, "freeFrom": null, "steps": [{"over": 1000, "amount": 2800}, {"over": 3000, "amount": 4700}, {"over": 10000, "amount": 8700}]}}',
    20000, 7, 14),
  ('world', 'express', '{"ko": "국제 특급 배송", "en": "International express"}', 1,
    '{"KRW": {"amount": 42000, "freeFrom": null, "steps": [{"over": 1000, "amount": 58000}, {"over": 3000, "amount": 95000}, {"over": 10000, "amount": 170000}]},
      "USD": {"amount": 3000, "freeFrom": null, "steps": [{"over": 1000, "amount": 4200}, {"over": 3000, "amount": 6900}, {"over": 10000, "amount": 12300}]}}',
    30000, 3, 5);
--> statement-breakpoint
INSERT INTO "order"."tax_zones" ("country", "rates", "included", "taxes_shipping", "home") VALUES
  ('KR', '[{"name": {"ko": "부가가치세", "en": "VAT"}, "rate": 1000}]', true, true, true),
  (null, '[{"name": {"ko": "수출 영세율", "en": "Zero-rated export"}, "rate": 0}]', true, false, false);
