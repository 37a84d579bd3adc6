"""What the public sees of the directory, prepared for the templates: no template ever asks a model."""
