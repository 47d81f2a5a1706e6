import type { Variant } from "@jangteo/product/contract";
import { getMessages } from "next-intl/server";

import { formKey } from "../../../lib/making";
import { fileFor } from "../../../ui/picture";
import type { Product } from "../../catalogue/product";
import { addToCart } from "../actions";
import type { Preview } from "../wanted";
import { AddToCart } from "./add-to-cart";

/** Wide enough for a line of the cart on a screen of two dots a pixel. */
const shownWidth = 160;

const previewOf = (piece: Product, variant: Variant): Preview => {
  const photo = piece.pictures.find(({ view }) => view === "main") ?? piece.pictures[0];
  const { price: unitPrice, listPrice } = variant;
  const options = variant.selection.map(({ option, value }) => {
    const one = piece.options.find(({ code }) => code === option);
    return {
      name: one?.name ?? option,
      value: one?.values.find(({ code }) => code === value)?.name ?? value,
    };
  });
  const picture = photo ? { ...fileFor(photo, shownWidth), alt: photo.alt } : null;
  return { slug: piece.slug, name: piece.name, options, picture, unitPrice, listPrice };
};

/** A piece, as it is chosen, on offer for the cart. */
export const Offer = async ({ piece, variant }: { piece: Product; variant: Variant }) => {
  const { add, adding, soldOut, quantity, less, more, waiting, troubles } = (await getMessages())
    .cart;
  return (
    <AddToCart
      key={variant.id}
      variantId={variant.id}
      preview={previewOf(piece, variant)}
      stock={variant.availability === "sold_out" ? 0 : variant.stock}
      formKey={formKey()}
      action={addToCart}
      words={{ add, adding, soldOut, quantity, less, more, waiting, troubles }}
    />
  );
};
