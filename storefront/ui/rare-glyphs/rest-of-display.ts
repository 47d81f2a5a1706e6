import "@fontsource/gowun-batang/400.css";
