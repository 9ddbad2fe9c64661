/** A morning walk to work: a town with its trades, and two pupils on the way. Decorative. */
export function HomeIllustration() {
  return (
    <svg className="scene" viewBox="0 0 480 360" aria-hidden="true" focusable="false">
      <circle className="scene__sun" cx="372" cy="84" r="44" />
      <path
        className="scene__cloud"
        d="M70 92a20 20 0 0 1 38-8 16 16 0 0 1 26 12 14 14 0 0 1-4 28H74a17 17 0 0 1-4-32z"
      />
      <path
        className="scene__cloud"
        d="M262 52a13 13 0 0 1 25-5 11 11 0 0 1 17 8 9 9 0 0 1-2 18h-38a11 11 0 0 1-2-21z"
      />
      <path
        className="scene__hill-far"
        d="M-70 360c20-70 40-92 70-112 70-62 150-70 222-36s168 22 258-40c160-96 300-60 620-120v308z"
      />
      <g>
        <path className="scene__windmill" d="M421 118h6l5 100h-16z" />
        <g className="scene__blades scene__windmill">
          <path d="M424 118l-6-48 6-8 6 8zM424 118l44 20 4 9-10-1zM424 118l-38 29-10 2 4-10z" />
        </g>
        <circle className="scene__windmill" cx="424" cy="118" r="6" />
      </g>
      <g>
        <path className="scene__wall-a" d="M40 160h84v110H40z" />
        <path className="scene__roof-a" d="M30 164l52-44 52 44z" />
        <path className="scene__window" d="M54 180h20v22H54zM90 180h20v22H90z" />
        <path className="scene__door" d="M70 222h24v48H70z" />
        <path className="scene__awning" d="M44 210h76l6 14H38z" />
      </g>
      <g>
        <path className="scene__wall-b" d="M150 104h74v166h-74z" />
        <path
          className="scene__window"
          d="M162 118h18v18h-18zM194 118h18v18h-18zM162 150h18v18h-18zM194 150h18v18h-18zM162 182h18v18h-18zM194 182h18v18h-18z"
        />
        <path className="scene__door" d="M174 226h26v44h-26z" />
      </g>
      <g>
        <path className="scene__wall-c" d="M250 176h104v94H250z" />
        <path className="scene__roof-c" d="M250 176l26-26v26l26-26v26l26-26v26l26-26v26z" />
        <path className="scene__window" d="M264 196h76v20h-76z" />
        <path className="scene__door" d="M288 232h28v38h-28z" />
      </g>
      <path
        className="scene__hill-near"
        d="M-90 360c30-46 50-60 90-72 120-40 300-40 480-8 200 36 400-20 700-60v140z"
      />
      <path
        className="scene__path"
        d="M196 360c6-36 40-48 96-58s64-22 10-34l18-2c64 14 58 34 2 48-42 10-58 20-60 46z"
      />
      <g>
        <path className="scene__wood" d="M378 246h8v40h-8z" />
        <circle className="scene__leaves" cx="382" cy="230" r="27" />
        <path className="scene__wood" d="M22 262h6v34h-6z" />
        <circle className="scene__leaves" cx="25" cy="250" r="20" />
      </g>
      <g>
        <path className="scene__wood" d="M420 226h8v84h-8z" />
        <path className="scene__arm-1" d="M390 232h60l12 11-12 11h-60z" />
        <path className="scene__arm-2" d="M458 260h-60l-12 11 12 11h60z" />
      </g>
      <g>
        <circle className="scene__skin-a" cx="148" cy="236" r="14" />
        <path className="scene__hair-a" d="M133 238c-3-20 10-26 20-22 9 2 12 10 10 18-6-6-16-8-24-4z" />
        <path className="scene__coat-a" d="M130 258c4-8 32-8 36 0l6 40h-48z" />
        <path className="scene__bag" d="M120 262c-8 2-8 30 0 32h10v-32z" />
        <path className="scene__legs" d="M132 298h12l-2 36h-12zM150 298h12l6 36h-12z" />
        <circle className="scene__skin-b" cx="204" cy="248" r="13" />
        <path className="scene__hair-b" d="M191 248a13 13 0 0 1 26-2c4 10 2 22-4 26-2-12-6-18-22-24z" />
        <path className="scene__coat-b" d="M188 270c4-8 28-8 32 0l4 34h-40z" />
        <path className="scene__legs" d="M190 304h11l-4 34h-11zM206 304h11l4 34h-11z" />
      </g>
    </svg>
  );
}
