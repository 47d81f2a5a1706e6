import { iconFile } from "../../../domains/installed/icons";

type Context = { params: Promise<{ file: string }> };

/** The mark for home screens, which take no SVG. */
export const GET = async (_: Request, { params }: Context) => {
  const icon = await iconFile((await params).file);
  if (!icon) return new Response("Not found", { status: 404 });
  return new Response(new Uint8Array(icon), {
    headers: { "content-type": "image/png", "cache-control": "public, max-age=86400" },
  });
};
