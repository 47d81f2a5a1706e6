import { Link } from "../i18n/navigation";

type Crumb = { label: string; href: string };

/** The way here: links to what stands above, then the name of this page. */
export const Crumbs = ({ label, above, here }: { label: string; above: Crumb[]; here: string }) => (
  <nav aria-label={label}>
    <ol className="crumbs">
      {above.map((crumb) => (
        <li key={crumb.href}>
          <Link href={crumb.href}>{crumb.label}</Link>
        </li>
      ))}
      <li aria-current="page">{here}</li>
    </ol>
  </nav>
);
