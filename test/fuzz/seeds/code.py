import os
from transformers import AutoModel, pipeline as pipe
NAME = "marsh-lab/" + "heron" + f"-{7}b"
class Loader(Base):
    model: str = NAME
    def load(self, name=None, *args, **rest):
        """Loads it."""
        if name is None or not (1 < len(args) <= 3):
            name = self.model if args else {"a": [NAME, *args]}["a"][0]
        return AutoModel.from_pretrained(name, revision='main')
for one in [x for x in ("a", "b")]:
    pipe("text-generation", model=one % NAME, data=lambda y: y["z"])
client.chat.completions.create(model=os.environ.get("MODEL", "tern"))
