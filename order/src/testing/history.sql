-- Orders as they would be after years, numbered from `history.from` to `history.to`: bought by a hundred
-- thousand members, and every hundredth by the one that `history.member` names. In one transaction.
create temporary table made on commit drop as
select n, at, uuidv7(at - now()) as order_id, uuidv7(at - now()) as cart_id,
  uuidv7(at - now()) as checkout_id, uuidv7(at - now()) as line_id, uuidv7(at - now()) as variant_id,
  case when n % 100 = 0 then current_setting('history.member')
    else md5('member ' || n % 100000)::uuid::text end as owner,
  (select last from "order".order_counter) + n - current_setting('history.from')::int + 1 as number,
  '{"name":"김민아","telephone":"010-1234-5678","addressCountry":"KR","postalCode":"04524","addressRegion":null,"addressLocality":null,"streetAddress":"서울 중구 세종대로 110","extendedAddress":"3층"}'::jsonb as address
from (select n, now() - (10000000 - n) * interval '10 seconds' as at
  from generate_series(current_setting('history.from')::int, current_setting('history.to')::int) n) as numbered;

alter table made add column item jsonb;
update made set item = jsonb_build_object(
  'variantId', variant_id, 'productId', variant_id, 'slug', 'bowl-' || n, 'sku', 'BOWL-' || n,
  'name', '{"ko":"청자 다완","en":"Celadon tea bowl"}'::jsonb, 'options', '[]'::jsonb,
  'categories', '["bowls"]'::jsonb, 'collections', '[]'::jsonb, 'picture', null, 'weight', 260);

insert into "order".carts (id, owner, currency, state, created_at, updated_at)
select cart_id, owner, 'KRW', 'converted', at, at from made;
insert into "order".cart_lines (id, cart_id, variant_id, quantity, item, added_prices, added_at)
select line_id, cart_id, variant_id, 2, item, '{"KRW":38000}', at from made;
-- One cart in four is left behind by somebody who never came back.
insert into "order".carts (owner, currency, created_at, updated_at)
select 'guest:' || order_id, 'KRW', at, now() from made where n % 4 = 0;

insert into "order".checkouts (id, cart_id, owner, currency, step, email, language, shipping_address,
  shipping_method, payment_method, payment_id, order_id, created_at, updated_at)
select checkout_id, cart_id, owner, 'KRW', 'done', 'mina@example.com', 'ko', address,
  'standard', 'card', checkout_id, order_id, at, at from made;
insert into "order".orders (id, number, checkout_id, owner, placed_by, email, language, currency, state, subtotal,
  discount, shipping, tax, tax_included, total, units, shipping_address, shipping_method, payment_id,
  payment_method, payment_state, captured, placed_at)
select order_id, number, checkout_id, owner, owner, 'mina@example.com', 'ko', 'KRW', 'completed', 76000,
  0, 0, 6909, true, 76000, 2, address, '{"code":"standard","name":{"ko":"일반","en":"Standard"}}',
  checkout_id, 'card', 'captured', 76000, at from made;
insert into "order".order_lines (id, order_id, position, variant_id, item, quantity, unit_amount, discount, tax, total)
select line_id, order_id, 0, variant_id, item, 2, 38000, 0, 6909, 76000 from made;
insert into "order".order_taxes (order_id, name, rate, amount)
select order_id, '{"ko":"부가가치세","en":"VAT"}', 1000, 6909 from made;
insert into "order".order_events (order_id, type, actor, at)
select order_id, type, owner, at from made, unnest(array['placed', 'paid']) as type;
insert into "order".idempotency (subject, route, key, fingerprint, status, headers, body, expires_at)
select owner, 'POST /v1/checkouts', order_id, checkout_id, 201, '{}', item::text, now() + interval '30 days' from made;
update "order".order_counter set last = (select max(number) from made);
