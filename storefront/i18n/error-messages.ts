import en from "../messages/en/error.json";
import ko from "../messages/ko/error.json";

/** Apart from the rest, so that the error page's script carries these few words and no catalogue. */
export const messages = { ko, en };
