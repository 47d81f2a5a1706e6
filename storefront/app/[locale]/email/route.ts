import { takeLink } from "../../../domains/account/link";

type Context = { params: Promise<{ locale: string }> };

export const GET = async (request: Request, { params }: Context) =>
  takeLink(request, "email", `/${(await params).locale}/email/confirm`);
