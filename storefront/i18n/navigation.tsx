import { createNavigation } from "next-intl/navigation";
import type { ComponentProps } from "react";

import { routing } from "./routing";

const { Link: IntlLink, usePathname } = createNavigation(routing);

/** Every page is rendered for its visitor, so nothing is fetched before it is asked for. */
export const Link = (props: ComponentProps<typeof IntlLink>) => (
  <IntlLink prefetch={false} {...props} />
);

export { usePathname };
