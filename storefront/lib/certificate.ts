import { connect } from "node:tls";

const hour = 3_600_000;

const ends = (url: URL) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = url;
    // Also a certificate that is refused tells when it ends.
    const options = { host: hostname, port: Number(port || 443), servername: hostname };
    const socket = connect({ ...options, rejectUnauthorized: false, timeout: 5000 }, () => {
      const { valid_to: end } = socket.getPeerCertificate();
      socket.destroy();
      resolve(Date.parse(end) / 1000);
    });
    socket.once("timeout", () => socket.destroy(new Error("too slow")));
    socket.once("error", reject);
  });

/**
 * When the certificate of the shop's own address ends, in seconds since 1970, whoever answers there for it;
 * asked once an hour. Fails while nobody answers; undefined for a shop without TLS.
 */
export const certificateEnd = (origin: string) => {
  const url = new URL(origin);
  if (url.protocol !== "https:") return undefined;
  const known = { end: 0, until: 0 };
  return async () => {
    if (Date.now() >= known.until) {
      known.end = await ends(url);
      known.until = Date.now() + hour;
    }
    return known.end;
  };
};
