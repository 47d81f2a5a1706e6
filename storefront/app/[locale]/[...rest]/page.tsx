import { notFound } from "next/navigation";

/** Any address that no other page answers. */
const Unknown = () => notFound();

export default Unknown;
