import { cssVars } from "./css-vars";

const mark = (at: number) =>
  at % 10 === 0 ? (
    <i key={at} className="ten" style={cssVars({ at })} />
  ) : (
    <i key={at} style={cssVars({ at })} />
  );

/** A ruler in centimetres beside a true-scale shelf; a mark every five, a number every ten. */
export const Ruler = ({ height }: { height: number }) => {
  const tens = Math.floor(height / 10);
  return (
    <div className="ruler" aria-hidden="true">
      {Array.from({ length: Math.floor(height / 5) + 1 }, (_, step) => mark(step * 5))}
      {Array.from({ length: tens }, (_, step) => (step + 1) * 10).map((at) => (
        <b key={at} style={cssVars({ at })}>
          {at === tens * 10 ? `${at} cm` : at}
        </b>
      ))}
    </div>
  );
};
