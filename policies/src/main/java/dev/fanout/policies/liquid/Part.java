package dev.fanout.policies.liquid;

/** A piece of a template. */
interface Part {
  void render(Rendering rendering);

  /** Text between the tags. */
  record Text(String text) implements Part {
    @Override
    public void render(Rendering rendering) {
      rendering.write(text);
    }
  }

  /** A tag that writes nothing, such as what stands in a comment. */
  record Nothing() implements Part {
    @Override
    public void render(Rendering rendering) {}
  }
}
