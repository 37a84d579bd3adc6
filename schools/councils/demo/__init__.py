from schools.councils.demo.loading import load_councils

__all__ = ["load_councils"]
