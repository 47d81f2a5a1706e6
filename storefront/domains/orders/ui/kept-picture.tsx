import { Ghost } from "../../../ui/empty-shelf";

/** The one picture that an order keeps of a piece, in a row of a list. */
export const KeptPicture = ({ picture }: { picture: string | null }) => (
  <div className="line__pic">
    {picture === null ? (
      <Ghost />
    ) : (
      // oxlint-disable-next-line next/no-img-element -- the order keeps one file of it
      <img src={picture} alt="" width={96} height={120} loading="lazy" />
    )}
  </div>
);
