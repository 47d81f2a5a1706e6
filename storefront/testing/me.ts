/** What the member service answers of a signed-in member. */
export const me = {
  id: "01990f4e-8c1e-7aa3-9f7e-0d9a3f0c2b11",
  email: "mina@example.com",
  name: "미나",
  language: "ko",
  telephone: null,
  roles: [],
  createdAt: "2026-01-01T00:00:00.000Z",
};
